-- A line of the file says what was considered; by which paragraph is the law's to say, and its edition's.
update cooperation.file_line set kind = 'CONSIDERED_DISCRIMINATION' where kind = 'CONSIDERED_40_22';
