-- When the order that was granted last ends stands with the request, so that reading what ends soon reads nothing that is over.
alter table cooperation.request add column order_ends date;
update cooperation.request r set order_ends = o.ends
  from (select distinct on (thread) thread, ends from cooperation.court_order
         where status = 'GRANTED' order by thread, id desc) as o
 where o.thread = r.thread and o.ends is not null;
create index request_order_ends on cooperation.request (order_ends, thread)
 where order_ends is not null and our_role = 'requested' and turn <> 'NOBODY' and until is not null;
drop index cooperation.court_order_ends;
