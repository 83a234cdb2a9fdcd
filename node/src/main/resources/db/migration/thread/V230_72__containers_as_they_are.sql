-- A container is a ZIP: what is packed already is not packed again at each write.
alter table thread.container alter column bytes set storage external;
