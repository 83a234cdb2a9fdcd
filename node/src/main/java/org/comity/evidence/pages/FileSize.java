package org.comity.evidence.pages;

import org.comity.ui.Page;

/** Writes sizes of files as people read them: in powers of ten, as disks are labelled. */
public final class FileSize {

    private static final String[] UNITS = {"b", "kb", "mb", "gb", "tb"};

    private FileSize() {}

    public static String of(Page page, long bytes) {
        int unit = 0;
        double n = bytes;
        while (n >= 999.95 && unit < UNITS.length - 1) {
            n /= 1000;
            unit++;
        }
        return page.t("evidence.size." + UNITS[unit], "n", n);
    }
}
