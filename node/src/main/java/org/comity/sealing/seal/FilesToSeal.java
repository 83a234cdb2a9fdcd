package org.comity.sealing.seal;

import java.util.Map;
import java.util.regex.Pattern;
import org.comity.proof.form.NormalForm;
import org.comity.vocabulary.RuleBroken;

/** What may go into one container: few, small, plainly named files. */
final class FilesToSeal {

    private static final Pattern NAME = Pattern.compile("(attachments/)?[^/\\\\\\p{Cntrl}\\p{Cs}]{1,120}");
    private static final Pattern TAKEN =
            Pattern.compile("mimetype|META-INF|attachments|(attachments/)?\\.{1,2}", Pattern.CASE_INSENSITIVE);

    private FilesToSeal() {}

    static void check(Map<String, byte[]> files, SealingLimits limits) {
        if (files.isEmpty()) {
            throw new IllegalArgumentException("Nothing to seal");
        }
        if (files.size() > limits.mostFiles()) {
            throw new TooMany(files.size(), limits.mostFiles());
        }
        files.keySet().forEach(FilesToSeal::checkName);
        long size = files.values().stream().mapToLong(content -> content.length).sum();
        if (size > limits.largest().toBytes()) {
            throw new TooLarge(size, limits.largest().toBytes());
        }
    }

    private static void checkName(String name) {
        if (!NAME.matcher(name).matches() || TAKEN.matcher(name).matches() || !NormalForm.isComposed(name)) {
            throw new IllegalArgumentException("Not a name in a container [%s]".formatted(name));
        }
    }

    static final class TooMany extends RuleBroken {
        TooMany(int count, int most) {
            super("sealing.too-many", Map.of("count", String.valueOf(count), "most", String.valueOf(most)));
        }
    }

    static final class TooLarge extends RuleBroken {
        TooLarge(long size, long most) {
            super("sealing.too-large", Map.of("size", String.valueOf(size), "most", String.valueOf(most)));
        }
    }
}
