-- Since when what is said of a translation stands, and since when its file is here: a file that comes later changes neither
-- what a letter said when it was posted, nor what was enclosed.
alter table cooperation.letter_translation
    add column stated_at timestamptz,
    add column file_at   timestamptz;
update cooperation.letter_translation set stated_at = recorded_at, file_at = case when file <> '' then recorded_at end;
alter table cooperation.letter_translation alter column stated_at set not null;
