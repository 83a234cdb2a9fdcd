-- Until when a granted order lasts: the day it names, or the most that the law allows, whichever is earlier.
alter table cooperation.court_order add column ends date;
update cooperation.court_order set ends = keep_until where status = 'GRANTED';
create index court_order_ends on cooperation.court_order (ends) where status = 'GRANTED';
