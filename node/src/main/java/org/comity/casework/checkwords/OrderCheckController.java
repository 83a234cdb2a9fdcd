package org.comity.casework.checkwords;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.comity.directory.Directory;
import org.comity.proof.form.Digests;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.TypedText;
import org.comity.vocabulary.CallerOrigin;
import org.comity.vocabulary.CutText;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** A provider that holds a paper, without an account: is this order yours? Where no authority works there is no such page. */
@Controller
@RequestMapping(PrintingCheckWords.PATH)
class OrderCheckController {

    private static final int LONGEST = 200;

    private final CheckingOrders checking;
    private final Directory directory;
    private final OrderCheckSettings settings;
    private final GivenPaper papers;

    OrderCheckController(CheckingOrders checking, Directory directory, OrderCheckSettings settings, GivenPaper papers) {
        this.papers = papers;
        this.checking = checking;
        this.directory = directory;
        this.settings = settings;
    }

    @ModelAttribute
    void mustBeOn() {
        // An order is an authority's: nobody else's paper is asked about.
        boolean orders = directory.self().kind().authority();
        if (!settings.enabled() || !orders) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    @GetMapping
    String page(Locale locale, Model model) {
        return shown(model, new OrderCheckView.TypedNumber("", ""), Language.of(locale), FormProblems.NONE);
    }

    @PostMapping
    String check(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String word,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String given,
            HttpServletRequest request,
            Locale locale,
            Model model)
            throws IOException {
        var typed = new OrderCheckView.TypedNumber(typed(number), typed(word));
        var caller = CallerOrigin.of(request.getRemoteAddr());
        var language = Language.of(locale);
        Optional<OrderCheckView> found;
        // Asked again in another language, a file is named by what we signed of it.
        boolean again = file == null || file.isEmpty();
        var sha256 = file == null || file.isEmpty() ? papers.sha256(given) : Optional.of(sha256(file));
        if (again && !given.isEmpty() && sha256.isEmpty()) {
            return shown(model, typed, language, FormProblems.NONE.with("file", "ordercheck.file.again"));
        }
        if (sha256.isPresent()) {
            model.addAttribute("given", again ? given : papers.signed(sha256.get()));
            found = checking.given(sha256.get(), caller, language);
        } else {
            var problems = problems(typed);
            if (problems.any()) return shown(model, typed, language, problems);
            found = checking.typed(typed.number(), typed.word(), caller, language);
        }
        if (found.isEmpty()) return shown(model, typed, language, FormProblems.NONE.with("", "ordercheck.wait"));
        model.addAttribute("found", found.get());
        return shown(model, typed, language, FormProblems.NONE);
    }

    private static FormProblems problems(OrderCheckView.TypedNumber typed) {
        var problems = FormProblems.NONE;
        if (typed.number().isBlank()) problems = problems.with("number", "ordercheck.needed.number");
        return typed.word().isBlank() ? problems.with("word", "ordercheck.needed.word") : problems;
    }

    private static String typed(String text) {
        return CutText.to(TypedText.clean(text), LONGEST);
    }

    private static String sha256(MultipartFile file) throws IOException {
        try (var content = file.getInputStream()) {
            return Digests.sha256(content);
        }
    }

    private String shown(Model model, OrderCheckView.TypedNumber typed, Language language, FormProblems problems) {
        var self = directory.self();
        model.addAttribute("authority", self.name(language.tag()));
        model.addAttribute("phone", self.phone());
        model.addAttribute("typed", typed);
        model.addAttribute("problems", problems);
        return "casework/checkwords/check";
    }
}
