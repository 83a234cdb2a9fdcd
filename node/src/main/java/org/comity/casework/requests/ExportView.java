package org.comity.casework.requests;

import java.util.regex.Pattern;
import org.comity.casework.RequestExport;
import org.comity.evidence.EvidenceCases;
import org.comity.procedure.RequestRow;
import org.comity.procedure.UseLimits;
import org.comity.ui.FormProblems;

/**
 * The page on which whoever takes something of a request away says within which use.
 *
 * @param what is taken, as {@link RequestExport#take} names it, or as {@link EvidenceCases} does
 * @param asksWider the act by which a wider use is asked for; empty where the procedure has none
 */
public record ExportView(
        RequestRow row,
        UseLimits.UseLimit limit,
        String what,
        UseLimits.Confirmed typed,
        String asksWider,
        FormProblems problems) {

    private static final Pattern OF_ITEM = Pattern.compile(
            "items/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/(file|custody\\.pdf|custody\\.jsonld)");

    /** Onto the disk of the room below, which asks for the use too. */
    public boolean bag() {
        return what.equals(EvidenceCases.BAG);
    }

    /** Of an item, which the room below gives out; it asks for the use too. */
    public boolean ofItem() {
        return OF_ITEM.matcher(what).matches();
    }

    /** Where the confirmation goes; whatever the address said, to a page of this node. */
    public String action() {
        var item = OF_ITEM.matcher(what);
        if (bag()) return "/evidence/disk/out";
        return item.matches()
                ? "/evidence/" + item.group(1) + "/" + item.group(2)
                : "/requests/" + row.address() + "/export";
    }

    public boolean whole() {
        return bag() || what.equals(RequestExport.THREAD);
    }

    /** The last part of what is taken: a file's name. */
    public String file() {
        return what.substring(what.lastIndexOf('/') + 1);
    }
}
