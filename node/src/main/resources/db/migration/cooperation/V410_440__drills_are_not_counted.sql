-- What is counted on the desk is counted without drills, which are few and stand here.
create index request_drill on cooperation.request (thread) where drill;
