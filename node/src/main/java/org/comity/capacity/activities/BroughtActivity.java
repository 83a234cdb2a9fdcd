package org.comity.capacity.activities;

import org.comity.capacity.iati.IatiFacts;

/** An activity of such a file that holds, with what of it is compared. */
public record BroughtActivity(String identifier, long file, IatiFacts facts) {}
