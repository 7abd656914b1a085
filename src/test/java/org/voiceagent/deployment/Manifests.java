package org.voiceagent.deployment;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The files of {@code deploy/kubernetes} as objects of Kubernetes' model, which is generated from its OpenAPI document: a field
 * that Kubernetes does not know, or a value of the wrong type, is an error. What is required, and which values an enumeration
 * has, the model does not know.
 */
final class Manifests {

    static final Path FOLDER = Path.of("deploy", "kubernetes");

    private static final Map<String, Class<? extends HasMetadata>> KINDS = Map.of(
            "v1/ServiceAccount", ServiceAccount.class,
            "v1/ConfigMap", ConfigMap.class,
            "v1/Secret", Secret.class,
            "v1/Service", Service.class,
            "apps/v1/StatefulSet", StatefulSet.class,
            "policy/v1/PodDisruptionBudget", PodDisruptionBudget.class,
            "networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class,
            "autoscaling/v2/HorizontalPodAutoscaler", HorizontalPodAutoscaler.class);

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .annotationIntrospector(new Strict())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final List<HasMetadata> all;

    private Manifests(List<HasMetadata> all) {
        this.all = all;
    }

    /** What {@code kubectl apply -k} would send, before the kustomization sets namespace and image. */
    static Manifests ofKustomization() {
        JsonNode kustomization = YAML.readTree(FOLDER.resolve("kustomization.yaml"));
        List<HasMetadata> all = new ArrayList<>();
        for (JsonNode file : kustomization.get("resources")) {
            all.addAll(read(FOLDER.resolve(file.asString())));
        }
        return new Manifests(all);
    }

    static List<HasMetadata> read(Path file) {
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(file)) {
            return documents.readAll().stream().map(Manifests::typed).toList();
        }
    }

    static HasMetadata typed(JsonNode document) {
        String kind = document.get("apiVersion").asString() + "/"
                + document.get("kind").asString();
        if (!KINDS.containsKey(kind)) {
            throw new IllegalArgumentException("no such kind: " + kind);
        }
        return YAML.treeToValue(document, KINDS.get(kind));
    }

    static JsonNode parse(String yaml) {
        return YAML.readTree(yaml);
    }

    <T extends HasMetadata> List<T> all(Class<T> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    <T extends HasMetadata> T one(Class<T> kind) {
        List<T> found = all(kind);
        if (found.size() != 1) {
            throw new IllegalStateException(found.size() + " of " + kind.getSimpleName());
        }
        return found.get(0);
    }

    /** Without the model's place for fields it does not know, so that these are errors. */
    private static final class Strict extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(MapperConfig<?> config, Annotated annotated) {
            return false;
        }
    }
}
