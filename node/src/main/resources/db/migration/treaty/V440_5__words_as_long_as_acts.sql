-- What an act or a letter says stands in the table as it was said, to its end.
alter table treaty.line drop constraint line_words_check;
alter table treaty.line add constraint line_words_check check (length(words) <= 8000);
