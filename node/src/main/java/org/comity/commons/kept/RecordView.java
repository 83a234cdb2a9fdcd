package org.comity.commons.kept;

import java.time.LocalDate;
import java.util.List;
import org.comity.site.PublicItem;

/**
 * One record of a collection, with what others say who tried it.
 *
 * @param unlooked its author has not looked at it for long
 */
public record RecordView(
        String shelf, CollectionView.Line line, LocalDate checkedOn, boolean unlooked, List<PublicItem.Part> parts) {}
