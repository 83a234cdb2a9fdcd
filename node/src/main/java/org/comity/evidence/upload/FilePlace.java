package org.comity.evidence.upload;

import java.util.ArrayList;
import java.util.List;
import org.comity.evidence.EvidenceRefused;
import org.comity.proof.act.Attachment;
import org.comity.proof.form.NormalForm;
import org.comity.vocabulary.CutText;
import org.jspecify.annotations.Nullable;

/**
 * Where a file lay, as the other computer says it: a path with either slash, perhaps with a drive or a way up. What is not
 * allowed in a name becomes {@code _}, so that a folder keeps its tree whatever its names are.
 *
 * @param folder plain names divided by {@code /}, or empty
 */
public record FilePlace(String folder, String name) {

    private static final int LONGEST = 1000;

    public static FilePlace of(String said) {
        var names = new ArrayList<String>();
        for (var each : said.replace('\\', '/').split("/")) {
            var name = plain(each);
            if (!name.isEmpty()) names.add(name);
        }
        if (names.isEmpty()) throw new EvidenceRefused("name", "A file name is needed");
        var folder = String.join("/", names.subList(0, names.size() - 1));
        if (folder.length() > LONGEST) throw new EvidenceRefused("folder", "The path is too long");
        return new FilePlace(folder, names.getLast());
    }

    /** As it was said, where that is not how it is kept; null if it is. */
    public @Nullable String written(String said) {
        var kept = folder.isEmpty() ? name : folder + "/" + name;
        if (kept.equals(said)) return null;
        // The database keeps every sign but this one.
        return CutText.to(said.replace('\0', '\uFFFD'), LONGEST);
    }

    private static String plain(String said) {
        var name = NormalForm.composed(said).strip();
        if (name.isEmpty() || List.of(".", "..").contains(name)) return "";
        var out = new StringBuilder();
        name.codePoints()
                .forEach(it ->
                        out.appendCodePoint(Attachment.allowedName("x" + Character.toString(it) + "x") ? it : '_'));
        if (out.charAt(out.length() - 1) == '.') out.setCharAt(out.length() - 1, '_');
        return shortened(out.toString());
    }

    /** The beginning and the ending of a name that is too long. */
    private static String shortened(String name) {
        int[] letters = name.codePoints().toArray();
        var shorter = name.length() <= Attachment.LONGEST_NAME
                ? name
                : new String(letters, 0, 40) + "_" + new String(letters, letters.length - 16, 16);
        if (!Attachment.allowedName(shorter)) throw new EvidenceRefused("name", "A plain file name is needed");
        return shorter;
    }
}
