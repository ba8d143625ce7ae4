module aeraki/bench/proxy

go 1.24
