-- Of each sender the newest head above our last, and another one of the same number: both wait to be compared.
alter table thread.claim add column hash text not null default '';
alter table thread.claim alter column hash drop default;
alter table thread.claim drop constraint claim_pkey;
alter table thread.claim add primary key (thread, sender, hash);
