package org.comity.cooperation.requests;

import org.comity.cooperation.RequestRow;
import org.comity.cooperation.UseLimits;
import org.comity.ui.Problems;

/** The page on which whoever takes a request away says within which use. */
public record ExportView(
        RequestRow row, UseLimits.UseLimit limit, UseLimits.Confirmed typed, Problems problems) {}
