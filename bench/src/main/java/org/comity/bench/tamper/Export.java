package org.comity.bench.tamper;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is changed, and with what it is checked.
 *
 * @param bag and {@code other}: two bags of different threads by one node
 * @param authority PEM of whom the check trusts
 * @param identity opens the items of both
 */
public record Export(Path bag, Path other, Path authority, Path identity) {

    /** Arguments of {@code verify} that name whom it trusts. */
    List<String> trusting() {
        return List.of("--anchor", authority.toString());
    }

    /** @param item whose manifest is named, or null for a bag, whose acts name it */
    List<String> opened(@Nullable String item) {
        var arguments = new ArrayList<String>();
        if (item == null) arguments.addAll(trusting());
        else arguments.addAll(List.of("--manifest", item));
        arguments.addAll(List.of("--identity", identity.toString()));
        return arguments;
    }
}
