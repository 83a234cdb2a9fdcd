package org.comity.procedure.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.comity.procedure.CustodySteps;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.Digests;

/**
 * The items that one act delivers, each by SHA-256 of its manifest, in ascending order and none twice. The body lists
 * them; the facts bind the list, so that it can be shown after the body is deleted.
 */
public record Items(List<String> manifests) {

    public static final int MOST = 1000;
    public static final String KEY = "items";
    public static final String COUNT = "items";
    public static final String HASH = "manifests";

    private static final Pattern MANIFEST = Pattern.compile("[0-9a-f]{64}");

    public Items {
        manifests = List.copyOf(manifests);
    }

    public static Items of(List<String> manifests) {
        return new Items(manifests.stream().distinct().sorted().toList());
    }

    /** Empty where the list is none, too long, out of order, or holds what is no hash. */
    public static Optional<Items> read(BodyFields body) {
        var listed = body.texts(KEY);
        boolean whole = body.json().get(KEY) instanceof List<?> all && all.size() == listed.size();
        boolean right = whole
                && !listed.isEmpty()
                && listed.size() <= MOST
                && listed.stream().allMatch(it -> MANIFEST.matcher(it).matches())
                && of(listed).manifests().equals(listed);
        return right ? Optional.of(new Items(listed)) : Optional.empty();
    }

    /** SHA-256 of the canonical form of {@code {"items":[…]}}. */
    public String hash() {
        return Digests.sha256(CanonicalJson.write(Map.of(KEY, manifests)));
    }

    /** What the envelope of a deliver act says. */
    public Map<String, String> facts(boolean whole) {
        var facts = new HashMap<>(facts());
        facts.put(CustodySteps.PART, whole ? CustodySteps.WHOLE : CustodySteps.PARTIAL);
        return facts;
    }

    /** What the envelope of any act about items says. */
    public Map<String, String> facts() {
        return Map.of(COUNT, Integer.toString(manifests.size()), HASH, hash());
    }

    public boolean boundBy(Map<String, String> facts) {
        return Integer.toString(manifests.size()).equals(facts.get(COUNT)) && hash().equals(facts.get(HASH));
    }
}
