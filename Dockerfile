# The program in an image: nothing but Node and what `npm pack` holds, as a user without rights, with a read-only root.
# docker build -t aeraki . && docker run --read-only --user 65532 aeraki --version
FROM node:24-bookworm-slim AS build
WORKDIR /src
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && npm pack --ignore-scripts --pack-destination /tmp \
  && mkdir /out && tar -xzf /tmp/aeraki-*.tgz -C /out --strip-components 1

FROM node:24-bookworm-slim
LABEL org.opencontainers.image.title="aeraki" org.opencontainers.image.licenses="Apache-2.0"
COPY --from=build --chown=0:0 /out /opt/aeraki
ENV NODE_ENV=production HOME=/tmp
USER 65532:65532
WORKDIR /tmp
EXPOSE 15010 15013 15014 15017
ENTRYPOINT ["node", "/opt/aeraki/bin/run.js"]
CMD ["controller", "run"]
