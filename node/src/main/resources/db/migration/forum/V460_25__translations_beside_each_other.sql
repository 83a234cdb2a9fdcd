-- Translations of a post into one language stand beside each other, one of each maker: none takes the place of another's.
-- Who made it is read by nobody; of what was made before, it is not known.
alter table forum.translation drop constraint translation_pkey;
alter table forum.translation add column id bigint generated always as identity primary key;
alter table forum.translation add column maker text not null default '';
alter table forum.translation alter column maker drop default;
create unique index translation_of_maker on forum.translation (post, language, maker);
