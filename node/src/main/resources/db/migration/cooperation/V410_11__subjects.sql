-- What a request is about, by language; named at the next start for requests that are listed already.
alter table cooperation.request
    add column subjects text not null default '{}',
    add column forgotten boolean not null default false;
create index request_unnamed on cooperation.request (thread) where subjects = '{}' and not forgotten;
