package org.comity.capacity.activities;

/** An activity of such a file that does not hold. @param faults one a line, as people read them */
public record QuarantinedActivity(int number, String identifier, String faults) {}
