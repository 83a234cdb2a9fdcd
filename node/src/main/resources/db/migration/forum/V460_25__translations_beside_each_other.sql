-- Two translations of a post into one language stand beside each other: none takes the place of another.
alter table forum.translation drop constraint translation_pkey;
alter table forum.translation add column id bigint generated always as identity primary key;
create index translation_of_post on forum.translation (post, language);
