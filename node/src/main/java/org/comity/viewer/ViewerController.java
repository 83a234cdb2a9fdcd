package org.comity.viewer;

import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.comity.evidence.SeenItems;
import org.comity.ui.Flash;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Opening an item is a press, on record; turning its pages is not. */
@Controller
@RequestMapping("/evidence/{id:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}")
class ViewerController {

    private static final int MOST_PAGES = 100_000;

    private final ViewingItem viewing;
    private final SeenItems items;

    ViewerController(ViewingItem viewing, SeenItems items) {
        this.viewing = viewing;
        this.items = items;
    }

    @PostMapping("/viewing")
    String open(@PathVariable UUID id, Official by) {
        var item = items.item(id, by);
        return "redirect:/evidence/%s/viewing/%s".formatted(id, viewing.open(item, by));
    }

    @GetMapping("/viewing/{opened}")
    String page(
            @PathVariable UUID id,
            @PathVariable UUID opened,
            @RequestParam(defaultValue = "") String as,
            @RequestParam(defaultValue = "0") String at,
            @RequestParam(defaultValue = "0") String page,
            @RequestParam(defaultValue = "0") String sheet,
            Official by,
            Model model,
            RedirectAttributes redirect)
            throws IOException {
        var item = items.item(id, by).here();
        var until = viewing.until(opened, item, by);
        if (until.isEmpty()) {
            redirect.addFlashAttribute("flash", Flash.warned("viewer.closed"));
            return "redirect:/evidence/" + id;
        }
        var look = Arrays.stream(ViewerKind.values())
                .filter(it -> it.word().equals(as))
                .findFirst()
                .orElse(ViewerKind.of(item));
        long size = ViewingItem.size(item);
        long from = look == ViewerKind.HEX ? number(at, size) / HexDump.LINE * HexDump.LINE : number(at, size);
        int of = (int) number(page, MOST_PAGES);
        int sheetOf = (int) number(sheet, 1_000);
        var shown =
                look == ViewerKind.HEX ? new ShownPart(List.of(), null) : viewing.shown(item, look, from, of, sheetOf);
        boolean bytes = look == ViewerKind.HEX
                || shown.failed() != null && !shown.failed().equals("damaged");
        model.addAttribute(
                "view",
                new ViewingView(
                        item,
                        opened,
                        until.get(),
                        look,
                        shown,
                        bytes ? viewing.hex(item, from) : List.of(),
                        from,
                        of,
                        sheetOf,
                        size,
                        address(shown.picture())));
        model.addAttribute("limits", items.limits(item, by));
        return "viewer/viewing";
    }

    private static @Nullable String address(ShownPart.@Nullable Picture picture) {
        return picture == null
                ? null
                : "data:image/png;base64," + Base64.getEncoder().encodeToString(picture.png());
    }

    /** What is typed beyond the end leads to the end, and what is no number to the beginning; hexadecimal begins with 0x. */
    private static long number(String text, long largest) {
        try {
            var plain = text.strip().toLowerCase(Locale.ROOT);
            long n = plain.startsWith("0x") ? Long.parseLong(plain.substring(2), 16) : Long.parseLong(plain);
            return Math.clamp(n, 0, Math.max(0, largest - 1));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
