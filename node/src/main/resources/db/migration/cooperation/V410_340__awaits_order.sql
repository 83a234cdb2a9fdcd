-- Whether a request that was passed on awaits an order stands with the request, so that reading what waits reads nothing decided.
alter table cooperation.request add column awaits_order boolean not null default false;
update cooperation.request set awaits_order = true
 where thread in (select thread from cooperation.file_line
                   where kind in ('PASSED_ON', 'ORDER', 'ORDER_REFUSED')
                   group by thread
                  having max(id) filter (where kind = 'PASSED_ON')
                         > coalesce(max(id) filter (where kind <> 'PASSED_ON'), 0));
create index request_awaits_order on cooperation.request (emergency desc, opened_at, thread) where awaits_order;
drop index cooperation.file_line_passed;
