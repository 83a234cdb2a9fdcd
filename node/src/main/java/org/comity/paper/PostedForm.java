package org.comity.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.comity.ui.FormProblems;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/** Holds what a form posted: its values as procedures read them, and its scan. */
final class PostedForm {

    private PostedForm() {}

    static MultiValueMap<String, String> form(TypedValues typed) {
        var form = new LinkedMultiValueMap<String, String>();
        typed.values().forEach(form::addAll);
        return form;
    }

    /** What is wrong with the scan, beside its field: what was typed is kept. */
    static FormProblems problems(@Nullable MultipartFile file, PaperLimits limits) {
        try {
            scan(file, limits);
            return FormProblems.NONE;
        } catch (PaperRefused refused) {
            return FormProblems.NONE.with("scan", "error." + refused.code());
        }
    }

    /** Null when no file was chosen. */
    static @Nullable Scan scan(@Nullable MultipartFile file, PaperLimits limits) {
        if (file == null || file.isEmpty()) {
            return null;
        }
        if (file.getSize() > limits.largestScan().toBytes()) {
            throw PaperRefused.file("size");
        }
        try {
            return Scan.of(file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
