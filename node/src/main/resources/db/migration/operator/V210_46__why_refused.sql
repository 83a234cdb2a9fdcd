-- Why a person did not admit it: who asks on the phone is told, and who comes later can judge anew. Empty where nobody was asked.
alter table operator.submission add column why text not null default '' check (length(why) <= 1000);
create index submission_refused on operator.submission (decided_at desc) where status = 'REFUSED';
