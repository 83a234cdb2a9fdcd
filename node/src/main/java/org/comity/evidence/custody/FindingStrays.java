package org.comity.evidence.custody;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.comity.evidence.Evidence.Strays;
import org.comity.evidence.Item;
import org.comity.evidence.vault.Vault;

/** Compares vault and items, one part of 256 after the other, so that memory does not grow with them. */
final class FindingStrays {

    private static final int MOST = 1000;

    private final ItemRows items;
    private final Vault vault;

    FindingStrays(ItemRows items, Vault vault) {
        this.items = items;
        this.vault = vault;
    }

    Strays strays() throws IOException {
        var orphans = new ArrayList<>(vault.foreign());
        var missing = new ArrayList<UUID>();
        for (int part = 0; part < 256 && missing.size() < MOST; part++) {
            compare("%02x".formatted(part), orphans, missing);
        }
        return new Strays(first(orphans), first(missing));
    }

    private void compare(String letters, List<String> orphans, List<UUID> missing) throws IOException {
        // Folders first: what is begun while this looks is then at least in the list of items.
        var folders = vault.folders(letters);
        for (var item : items.beginning(letters)) {
            if (folders.remove(item.toString()) == null && !vault.holds(item) && !goes(item)) missing.add(item);
        }
        folders.values().stream().limit(Math.max(0, MOST - orphans.size())).forEach(orphans::add);
    }

    /** It is on its way out, and should not be there any more. */
    private boolean goes(UUID item) {
        return items.find(item).filter(Item::destroyed).isPresent();
    }

    private static <T> List<T> first(List<T> found) {
        return found.stream().limit(MOST).toList();
    }
}
