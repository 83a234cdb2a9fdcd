-- A reference is unique together with the authority that gave it: two authorities of one State both count from one.
alter table cooperation.request drop constraint request_reference_key;
alter table cooperation.request add column author text not null default '';
do $$
begin
    if to_regclass('thread.thread') is not null then
        update cooperation.request r set author = t.opener from thread.thread t where t.id = r.thread;
    end if;
end
$$;
alter table cooperation.request alter column author drop default;
create unique index request_reference on cooperation.request (reference, author);
