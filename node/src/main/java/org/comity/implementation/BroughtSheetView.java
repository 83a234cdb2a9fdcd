package org.comity.implementation;

import java.util.List;

/**
 * A spreadsheet that came back, and what each row would change.
 *
 * @param same rows that say what stands already
 */
public record BroughtSheetView(String id, boolean unusable, List<Change> changes, List<Fault> faults, int same) {

    /** @param before empty where nothing stood */
    public record Change(int row, String id, String before, String after) {}

    /** @param why message {@code assess.wrong.<why>} */
    public record Fault(int row, String id, String why) {}
}
