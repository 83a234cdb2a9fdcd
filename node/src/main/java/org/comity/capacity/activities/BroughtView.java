package org.comity.capacity.activities;

import java.util.List;
import java.util.Map;
import org.comity.capacity.activities.SameHelp.Similar;

/**
 * Shows a file that was brought in and what became of it.
 *
 * @param similar by identifier, where one of ours may be the same help
 */
public record BroughtView(
        BroughtFile file,
        List<BroughtActivity> held,
        List<QuarantinedActivity> quarantine,
        Map<String, List<Similar>> similar) {}
