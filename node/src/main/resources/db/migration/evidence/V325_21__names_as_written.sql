-- What whoever brought it called it, with its folders, where that is not a name that is kept; null where it is.
alter table evidence.item add column written text check (length(written) between 1 and 2000);
