package org.comity.reporting;

import java.util.List;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;

/**
 * The register of one year.
 *
 * @param shown at most {@code most}; {@code more} says that there are others, all of them in the table to download
 */
public record YearView(int year, List<RequestRow> shown, boolean more, int most, List<Requests.Figure> figures) {}
