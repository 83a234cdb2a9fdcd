package org.comity.forum;

import java.util.Arrays;
import java.util.List;
import org.comity.vocabulary.TrafficLight;
import org.jspecify.annotations.Nullable;

/**
 * One post by itself: the languages of its translations, what moderators did, its label.
 *
 * @param title of its topic; empty where that is not for this reader
 * @param inLanguage its translations into the language that is shown; empty for the original
 * @param speaker who said it, once two agreed to be told; else null
 */
public record PostView(
        KeptRoom room,
        String title,
        KeptPost post,
        List<TranslationOrigin> translations,
        List<PostTranslation> inLanguage,
        List<DoneModeration> moderations,
        List<SourceConsent> consents,
        List<SpeakerDisclosure> disclosures,
        @Nullable String speaker,
        boolean mayWrite,
        boolean moderates,
        RoomReader reader) {

    PostView told(@Nullable String name) {
        return new PostView(
                room,
                title,
                post,
                translations,
                inLanguage,
                moderations,
                consents,
                disclosures,
                name,
                mayWrite,
                moderates,
                reader);
    }

    public List<TrafficLight> narrower() {
        return WritingPosts.narrower(post.light());
    }

    public List<TrafficLight> wider() {
        return post.light() == TrafficLight.RED
                ? List.of()
                : Arrays.stream(TrafficLight.values())
                        .filter(it -> it.widerThan(post.light()))
                        .toList();
    }

    /** The signed-in official's id, to tell one's own from another's; empty for others. */
    public String official() {
        return reader.official() == null ? "" : reader.official().id();
    }
}
