-- What a person does in Neovim with our server, by the editor's own functions; what was seen goes to a file as JSON.
local seen = {}
local cmd = vim.json.decode(vim.env.AERAKI_LSP)
local function wait(what, check)
  if not vim.wait(20000, check, 20) then error('not seen in time: ' .. what) end
end

local ok, err = pcall(function()
  local id = vim.lsp.start_client({ name = 'aeraki', cmd = cmd, root_dir = vim.fn.getcwd() })
  vim.lsp.buf_attach_client(0, id)
  local function text() return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n') end
  local function go(word, within)
    vim.api.nvim_win_set_cursor(0, { 1, 0 })
    vim.fn.search(word)
    vim.api.nvim_win_set_cursor(0, { vim.fn.line('.'), vim.fn.col('.') - 1 + within })
  end

  -- Diagnostics.
  wait('diagnostics', function() return #vim.diagnostic.get(0) > 0 end)
  for _, each in ipairs(vim.diagnostic.get(0)) do
    table.insert(seen, { 'diagnostic', each.code or (each.user_data and each.user_data.lsp.code), each.lnum, each.source })
  end

  -- The fix of the first one, by the menu that the editor asks with.
  vim.ui.select = function(items, _, choose) choose(items[1], 1) end
  go('rotues', 0)
  vim.lsp.buf.code_action()
  wait('the fix', function() return text():find('routes:', 1, true) ~= nil end)
  wait('no error any more', function()
    return #vim.diagnostic.get(0, { severity = vim.diagnostic.severity.ERROR }) == 0
  end)
  table.insert(seen, { 'fixed', text():find('rotues', 1, true) == nil })

  -- Hover, in the window that it opens.
  go('weight', 1)
  vim.lsp.buf.hover()
  local function float()
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= '' then return window end
    end
  end
  wait('the window of hover', float)
  table.insert(seen, { 'hover', vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(float()), 0, -1, false) })
  vim.api.nvim_win_close(float(), true)

  -- Completion, as <C-x><C-o> does it.
  vim.bo.omnifunc = 'v:lua.vim.lsp.omnifunc'
  go('subset: v1', 8)
  local params = vim.lsp.util.make_position_params()
  local answers = vim.lsp.buf_request_sync(0, 'textDocument/completion', params, 10000)
  local items = vim.lsp.util.text_document_completion_list_to_complete_items(answers[id].result, '')
  local words = {}
  for _, item in ipairs(items) do table.insert(words, item.word) end
  table.sort(words)
  table.insert(seen, { 'completion', words })

  -- Rename, here and in the other file.
  go('subset: v1', 8)
  vim.lsp.buf.rename('blue')
  wait('the rename', function() return text():find('subset: blue', 1, true) ~= nil end)
  local function other()
    for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
      if vim.api.nvim_buf_get_name(buffer):match('services%.yaml$') then
        return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n')
      end
    end
    return ''
  end
  wait('the rename in the other file', function() return other():find('name: blue', 1, true) ~= nil end)
  table.insert(seen, { 'renamed', true })
end)
if not ok then table.insert(seen, { 'failed', tostring(err) }) end
vim.fn.writefile({ vim.json.encode(seen) }, vim.env.AERAKI_SEEN)
vim.cmd('qall!')
