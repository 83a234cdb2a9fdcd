package org.comity.bench.tamper;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds what is changed, and with what it is checked.
 *
 * @param bag and {@code other}: two bags of different threads by one node
 * @param keys of both parties, whom the check trusts: certificates, and private keys with which registers are forged
 * @param identity opens the items of both
 */
public record ExportUnderTest(Path bag, Path other, Path keys, Path identity) {

    /** Arguments of {@code verify} that name whom it trusts. */
    List<String> trusting() {
        return anchors(
                "XA-1/seal=xa-1-seal",
                "XA-1/register=xa-1-register",
                "XB-1/seal=xb-1-seal",
                "XB-1/register=xb-1-register");
    }

    /** The same and the key that the keeper has later. */
    List<String> trustingBothKeys() {
        var all = new ArrayList<>(trusting());
        all.addAll(anchors("XB-1/register=xb-1-register-later"));
        return all;
    }

    /** By a user who ties certificates to their participants, and not to what they are for. */
    List<String> trustingWithoutUse() {
        return anchors("XA-1=xa-1-seal", "XA-1=xa-1-register", "XB-1=xb-1-seal", "XB-1=xb-1-register");
    }

    private List<String> anchors(String... tied) {
        return Arrays.stream(tied)
                .map(it -> it.split("="))
                .flatMap(it -> List.of("--anchor", it[0] + "=" + keys.resolve(it[1] + ".pem")).stream())
                .toList();
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
