-- Lines that wait are compared a page at a time; of those of one party that were struck the newest are read.
create index line_in_order on treaty.line (standing, day, party, id);
create index line_of_party on treaty.line (party, standing, id);
