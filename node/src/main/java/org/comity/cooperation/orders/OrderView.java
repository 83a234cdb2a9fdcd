package org.comity.cooperation.orders;

import java.util.List;
import org.comity.cooperation.RequestRow;
import org.comity.directory.Participant;
import org.comity.sealing.Letters.Section;
import org.comity.ui.Problems;

/**
 * One request before the magistrate: what it asks, and the order being written. Nothing else of the case.
 *
 * @param sections empty once the text was deleted under the retention rule
 * @param waits no order was granted or refused since it was passed on
 */
public record OrderView(
        RequestRow row, Participant other, List<Section> sections, Order order, boolean waits, Problems problems) {}
