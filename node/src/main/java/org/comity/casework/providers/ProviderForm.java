package org.comity.casework.providers;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.casework.providers.ProviderPart.Status;
import org.comity.ui.FormProblems;
import org.comity.ui.TypedText;
import org.jspecify.annotations.Nullable;

/** What an officer types about one provider and item; kept as typed until it is right. */
public record ProviderForm(String provider, String item, String status, String until) {

    static final ProviderForm EMPTY = new ProviderForm("", "", Status.ASKED.name(), "");

    private static final int LONGEST = 200;

    static ProviderForm of(Map<String, String> form) {
        return new ProviderForm(
                TypedText.clean(form.get("provider")),
                TypedText.clean(form.get("item")),
                TypedText.clean(form.get("status")),
                TypedText.clean(form.get("until")));
    }

    static ProviderForm of(ProviderPart part) {
        return new ProviderForm(
                part.provider(),
                part.item(),
                part.status().name(),
                part.until() == null ? "" : part.until().toString());
    }

    FormProblems problems() {
        var found = FormProblems.NONE;
        if (provider.isEmpty() || provider.length() > LONGEST) {
            found = found.with("provider", "providers.needed.provider");
        }
        if (item.isEmpty() || item.length() > LONGEST) {
            found = found.with("item", "providers.needed.item");
        }
        if (chosen().isEmpty()) {
            found = found.with("status", "providers.needed.status");
        }
        boolean preserved = chosen().filter(Status.PRESERVED::equals).isPresent();
        if (preserved && day() == null || !until.isEmpty() && day() == null) {
            found = found.with("until", "providers.needed.until");
        }
        return found;
    }

    Optional<Status> chosen() {
        return Stream.of(Status.values()).filter(it -> it.name().equals(status)).findFirst();
    }

    /** Only what is preserved has an end. */
    @Nullable
    LocalDate end() {
        return chosen().filter(Status.PRESERVED::equals).isPresent() ? day() : null;
    }

    private @Nullable LocalDate day() {
        return TypedText.day(until).orElse(null);
    }
}
