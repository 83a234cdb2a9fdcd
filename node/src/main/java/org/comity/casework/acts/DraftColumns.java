package org.comity.casework.acts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.comity.procedure.Draft;
import org.comity.proof.form.CanonicalJson;
import org.comity.vocabulary.InstantColumn;
import org.comity.vocabulary.Role;

/**
 * Reads a draft from its row, with its files in the same question: one for each row would take a second connection while the
 * first is still read. The bytes of its act, of which there may be many, are read where they are wanted.
 */
final class DraftColumns {

    private static final String COLUMNS = """
            select d.id, d.procedure, d.type, d.role, d.counterpart, d.thread, d.reference, d.body, d.facts, d.status, d.version,
                   d.written_by, d.saved_at, d.submitted_by, d.submitted_at, d.act, d.given_back, d.given_back_by,
                   d.given_back_at, d.not_before, d.edition, d.drill, d.opened_by, d.opened_at,
                   array(select each.part from cooperation.draft_file f,
                                unnest(array[f.name, f.media_type, length(f.content)::text, f.sha256])
                                  with ordinality as each (part, n)
                          where f.draft = d.id order by f.name, each.n) as files
            """;

    /** As table {@code d}. */
    static final String DRAFTS = COLUMNS + "  from cooperation.draft d\n";

    private static final int PARTS_OF_FILE = 4;

    private DraftColumns() {}

    /** @param more columns, each after a comma */
    static String and(String more) {
        return COLUMNS + more + "  from cooperation.draft d\n";
    }

    static Draft draft(ResultSet row, int number) throws SQLException {
        var facts = new TreeMap<String, String>();
        json(row.getString("facts")).forEach((key, value) -> facts.put(key, (String) value));
        return new Draft(
                row.getString("id"),
                row.getString("procedure"),
                row.getString("type"),
                Role.of(row.getString("role")),
                row.getString("counterpart"),
                row.getString("thread"),
                row.getString("reference"),
                json(row.getString("body")),
                facts,
                files((String[]) row.getArray("files").getArray()),
                Draft.Status.valueOf(row.getString("status")),
                row.getLong("version"),
                row.getString("written_by"),
                InstantColumn.instant(row, "saved_at"),
                row.getString("submitted_by"),
                InstantColumn.instantIfAny(row, "submitted_at"),
                row.getString("act"),
                row.getString("given_back"),
                row.getString("given_back_by"),
                InstantColumn.instantIfAny(row, "not_before"),
                row.getString("edition"),
                row.getBoolean("drill"));
    }

    private static List<Draft.File> files(String[] parts) {
        var files = new ArrayList<Draft.File>();
        for (int i = 0; i < parts.length; i += PARTS_OF_FILE) {
            files.add(new Draft.File(parts[i], parts[i + 1], Long.parseLong(parts[i + 2]), parts[i + 3]));
        }
        return files;
    }

    private static Map<String, Object> json(String text) {
        return CanonicalJson.read(text.getBytes(UTF_8));
    }
}
