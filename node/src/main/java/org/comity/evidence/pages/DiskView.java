package org.comity.evidence.pages;

import java.util.List;
import org.comity.evidence.disk.Disk.Folder;
import org.comity.evidence.disk.Disk.Kind;
import org.comity.evidence.disk.Disk.Part;
import org.comity.evidence.disk.Disk.Work;
import org.comity.evidence.transfer.TransfersView;

/**
 * The page of the disk.
 *
 * @param request the reference that the forms begin with; may be empty
 * @param list as it was typed, if something is wrong with it; {@code sealedOnly} as it was ticked
 */
public record DiskView(List<Folder> folders, List<Work> works, String request, String list, boolean sealedOnly) {

    /** As what travels by wire is shown. */
    public static TransfersView.Way way(Part part) {
        return new TransfersView.Way(part.bytes(), part.ofBytes(), null, null);
    }

    public List<Folder> bags() {
        return folders.stream().filter(it -> it.kind() == Kind.BAG).toList();
    }

    public List<Folder> plain() {
        return folders.stream().filter(it -> it.kind() == Kind.PLAIN).toList();
    }
}
