package org.comity.site;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import org.comity.ui.FormProblems;
import org.comity.ui.TypedText;
import org.comity.vocabulary.CallerOrigin;
import org.comity.vocabulary.CutText;
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

    /** As much of a line as tells which it is. */
    private static final int LINE = 40;

    /** As much of a file's name as tells which it was. */
    private static final int NAME = 120;

    private final VerifyingFile verifying;

    private final Clock clock;

    VerifyController(VerifyingFile verifying, Clock clock) {
        this.verifying = verifying;
        this.clock = clock;
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
            // A browser that chose nothing sends a part without a name.
            boolean chosen = file != null && file.getOriginalFilename() instanceof String name && !name.isBlank();
            var problem = chosen ? "site.verify.empty" : "site.verify.no-file";
            return shown(model, anchors, FormProblems.NONE.with("file", problem));
        }
        var given = GivenFingerprints.read(anchors);
        if (given.wrong() != null) {
            var problem =
                    FormProblems.NONE.with("anchors", "site.verify.no-anchor", "line", CutText.to(given.wrong(), LINE));
            return shown(model, anchors, problem);
        }
        try {
            var verdict = verifying.verify(file, given.anchors(), CallerOrigin.of(request.getRemoteAddr()));
            if (verdict.isEmpty()) {
                return shown(model, anchors, FormProblems.NONE.with("file", "site.verify.busy"));
            }
            var named = CutText.to(TypedText.clean(named(file)), NAME);
            model.addAttribute("verdict", verdict.get());
            model.addAttribute("named", named);
            model.addAttribute("saved", SavedVerdict.of(verdict.get(), named, clock.instant()));
            return shown(model, anchors, FormProblems.NONE);
        } catch (ChecksAside.TooLong late) {
            return shown(model, anchors, FormProblems.NONE.with("file", "site.verify.late"));
        }
    }

    private static String named(MultipartFile file) {
        var name = file.getOriginalFilename();
        return name == null ? "" : name;
    }

    private static String shown(Model model, String anchors, FormProblems problems) {
        model.addAttribute("anchors", anchors);
        model.addAttribute("problems", problems);
        return "site/verify";
    }
}
