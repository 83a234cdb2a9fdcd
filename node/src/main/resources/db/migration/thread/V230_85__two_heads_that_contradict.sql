-- Of each sender the newest head above our last, and another one of the same number: both wait to be compared.
-- Those of before say no hash; whoever has more shows it again within the hour.
delete from thread.claim;
alter table thread.claim add column hash text not null;
alter table thread.claim drop constraint claim_pkey;
alter table thread.claim add primary key (thread, sender, hash);
