package org.comity.reporting;

import java.util.List;
import org.comity.cooperation.OnwardTransfers;

/** The onward transfers of one year; at most {@code most} lines. */
public record TransfersOfYear(int year, List<OnwardTransfers.Line> lines, int most) {}
