-- A provider that holds nothing can name another one that does; whoever notes it goes on with that one.
alter table cooperation.provider_part drop constraint provider_part_status_check;
alter table cooperation.provider_part add constraint provider_part_status_check
    check (status in ('ASKED', 'ORDERED', 'PRESERVED', 'LOST', 'ELSEWHERE', 'RELEASED'));
