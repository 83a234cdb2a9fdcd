package org.comity.seat;

import java.io.IOException;
import java.util.List;
import org.comity.paper.TypedValues;
import org.comity.ui.FormProblems;
import org.comity.ui.TypedText;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/** Reads what a person in a seat typed, cleaned, and the files that came with it. */
final class TypedFromSeat {

    private final MultiValueMap<String, String> form;
    private final SeatFiles files;
    private final FormProblems problems;

    private TypedFromSeat(MultiValueMap<String, String> form, SeatFiles files, FormProblems problems) {
        this.form = form;
        this.files = files;
        this.problems = problems;
    }

    static TypedFromSeat of(MultiValueMap<String, String> posted, @Nullable List<MultipartFile> files)
            throws IOException {
        var form = new LinkedMultiValueMap<String, String>();
        posted.forEach((key, values) ->
                form.put(key, values.stream().map(TypedText::clean).toList()));
        try {
            return new TypedFromSeat(form, SeatFiles.of(files), FormProblems.NONE);
        } catch (SeatRefused refused) {
            var wrong = FormProblems.NONE.with(SeatFiles.FIELD, "seat.needed.files");
            return new TypedFromSeat(form, SeatFiles.NONE, wrong);
        }
    }

    MultiValueMap<String, String> form() {
        return form;
    }

    SeatFiles files() {
        return files;
    }

    /** What the files want, at their field; then there are none. */
    FormProblems problems() {
        return problems;
    }

    /** What is shown again, so that an error loses nothing. */
    KeepingSeatActs.TypedSeatAct typed() {
        return new KeepingSeatActs.TypedSeatAct(
                new TypedValues(form), files.byName().keySet());
    }
}
