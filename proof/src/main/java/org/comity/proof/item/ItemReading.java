package org.comity.proof.item;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.comity.proof.Malformed;
import org.comity.proof.age.PayloadLayout;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.StrictReading;
import org.comity.proof.item.ItemManifest.Plain;
import org.comity.proof.item.ItemManifest.Purpose;
import org.comity.proof.item.ItemManifest.Recipient;
import org.jspecify.annotations.Nullable;

/** Strict reading of an item's manifest. */
final class ItemReading {

    private static final Pattern FORMAT = Pattern.compile(Pattern.quote(ItemManifest.FORMAT));
    private static final Pattern PURPOSE = Pattern.compile("holder|receiver|recovery");

    private ItemReading() {}

    static ItemManifest manifest(byte[] json) {
        var root = CanonicalJson.read(json);
        StrictReading.only(root, Set.of("commitment", "format", "payload", "plain", "recipients"));
        StrictReading.text(root, "format", FORMAT);
        var payload = StrictReading.object("payload", root.get("payload"));
        StrictReading.only(payload, Set.of("root", "size"));
        var plain = StrictReading.object("plain", root.get("plain"));
        StrictReading.only(plain, Set.of("sha256", "size"));
        var manifest = new ItemManifest(
                StrictReading.text(root, "commitment", StrictReading.HASH),
                new ItemManifest.Payload(StrictReading.text(payload, "root", StrictReading.HASH), size(payload)),
                new Plain(StrictReading.text(plain, "sha256", StrictReading.HASH), size(plain)),
                recipients(root.get("recipients")));
        if (PayloadLayout.size(manifest.plain().size()) != manifest.payload().size()) {
            throw new Malformed(
                    "item-size",
                    "%d plain bytes make no payload of %d"
                            .formatted(
                                    manifest.plain().size(), manifest.payload().size()));
        }
        return manifest;
    }

    private static List<Recipient> recipients(@Nullable Object value) {
        if (!(value instanceof List<?> list)) {
            throw new Malformed("field", "recipients");
        }
        if (list.isEmpty() || list.size() > ItemManifest.MOST_RECIPIENTS) {
            throw new Malformed("too-many", "recipients");
        }
        var headers = new HashSet<String>();
        var recipients = list.stream().map(ItemReading::recipient).toList();
        if (!recipients.stream().allMatch(it -> headers.add(it.header()))) {
            throw new Malformed("field", "recipients: one header twice");
        }
        return recipients;
    }

    private static Recipient recipient(Object value) {
        var json = StrictReading.object("recipients", value);
        StrictReading.only(json, Set.of("header", "participant", "purpose"));
        return new Recipient(
                StrictReading.text(json, "participant", StrictReading.PARTICIPANT),
                Purpose.valueOf(StrictReading.text(json, "purpose", PURPOSE).toUpperCase(java.util.Locale.ROOT)),
                StrictReading.text(json, "header", StrictReading.HASH));
    }

    private static long size(Map<String, Object> json) {
        if (!(json.get("size") instanceof Number size) || size.longValue() < 0) {
            throw new Malformed("field", "size");
        }
        return size.longValue();
    }
}
