-- Reasons of recalls go with the words of their act; what was deleted before this had kept them.
update thread.act set recalled_why = '' where forgotten_at is not null and recalled_why <> '';
