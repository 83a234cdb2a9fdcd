package org.comity.site;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.CallerOrigin;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A court, or anybody: is this file what it says? */
@Controller
@RequestMapping("/verify")
class VerifyController {

    /** As the foot of a letter names it. */
    private static final String ACT = "[0-9a-f]{64}";

    private static final int MOST_ANCHORS = 100;
    private static final String ANCHOR =
            "(?:[A-Za-z0-9][A-Za-z0-9._-]{0,31}(?:/(?:seal|register))?=)?[0-9A-Fa-f:]{64,95}";

    private final VerifyingFile verifying;

    VerifyController(VerifyingFile verifying) {
        this.verifying = verifying;
    }

    @GetMapping
    String page(@RequestParam(defaultValue = "") String act, Model model) {
        if (act.matches(ACT)) {
            model.addAttribute("act", act);
        }
        return shown(model, "", FormProblems.NONE);
    }

    @PostMapping
    String verify(
            @RequestParam(required = false) MultipartFile file,
            @RequestParam(defaultValue = "") String anchors,
            HttpServletRequest request,
            Model model)
            throws IOException {
        if (file == null || file.isEmpty()) {
            return shown(model, anchors, FormProblems.NONE.with("file", "site.verify.no-file"));
        }
        var given = anchors.lines()
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .limit(MOST_ANCHORS + 1L)
                .toList();
        if (!right(given)) {
            return shown(model, anchors, FormProblems.NONE.with("anchors", "site.verify.no-anchor"));
        }
        try {
            var verdict = verifying.verify(file, given, CallerOrigin.of(request.getRemoteAddr()));
            if (verdict.isEmpty()) {
                return shown(model, anchors, FormProblems.NONE.with("file", "site.verify.busy"));
            }
            model.addAttribute("verdict", verdict.get());
            return shown(model, anchors, FormProblems.NONE);
        } catch (ChecksAside.TooLong late) {
            return shown(model, anchors, FormProblems.NONE.with("file", "site.verify.late"));
        }
    }

    private static boolean right(List<String> anchors) {
        return anchors.size() <= MOST_ANCHORS && anchors.stream().allMatch(it -> it.matches(ANCHOR));
    }

    private static String shown(Model model, String anchors, FormProblems problems) {
        model.addAttribute("anchors", anchors);
        model.addAttribute("problems", problems);
        return "site/verify";
    }
}
