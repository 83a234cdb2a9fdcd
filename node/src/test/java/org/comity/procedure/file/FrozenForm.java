package org.comity.procedure.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.TreeMap;
import org.comity.procedure.field.FiledField;
import org.comity.proof.form.Digests;

/** Writes out what of a procedure is for life once it is released: who opens it, every act with its fields, and its table. */
record FrozenForm(ProcedureFile file, String table) {

    String text() {
        var text = new StringBuilder(file.id())
                .append('\n')
                .append(file.opening())
                .append(' ')
                .append(file.opener().word())
                .append('\n');
        new TreeMap<>(file.acts()).forEach((type, fields) -> {
            text.append(type).append('\n');
            fields.forEach(it -> text.append("  ").append(line(it)).append('\n'));
        });
        return text.append(table).toString();
    }

    private static String line(FiledField field) {
        return String.join(
                " | ",
                field.key(),
                field.type().name(),
                field.need().name(),
                String.valueOf(field.condition()),
                field.options().toString(),
                Boolean.toString(field.fact()),
                field.columns().toString(),
                field.from() + " " + field.to(),
                field.lifted() ? "lifted" : "",
                field.ifSaid() ? "if said" : "");
    }

    String sha256() {
        return Digests.sha256(text().getBytes(UTF_8));
    }
}
