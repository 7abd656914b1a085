package org.voiceagent.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

/** That the manifests are what Kubernetes understands, and fit each other and the product; no cluster has seen them. */
class KubernetesTest {

    private static final Path OPERATIONS = Path.of("docs", "operations.md");
    private static final int HAND_OVER = 15;

    private final Manifests manifests = Manifests.ofKustomization();
    private final StatefulSet servers = manifests.one(StatefulSet.class);
    private final PodSpec pod = servers.getSpec().getTemplate().getSpec();
    private final Container container = pod.getContainers().get(0);
    private final Map<String, String> labels =
            servers.getSpec().getTemplate().getMetadata().getLabels();
    private final Map<String, String> configuration =
            manifests.one(ConfigMap.class).getData();

    @Test
    void a_field_that_kubernetes_does_not_know_is_found() {
        String misspelt = "{apiVersion: v1, kind: Service, metadata: {name: x}, spec: {publishNotReadyAdresses: true}}";
        assertThrows(JacksonException.class, () -> Manifests.typed(Manifests.parse(misspelt)));
    }

    @Test
    void every_file_is_a_part_of_the_kustomization_but_the_secret() throws IOException {
        try (Stream<Path> files = Files.list(Manifests.FOLDER)) {
            Set<String> read = files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("kustomization.yaml"))
                    .filter(name -> !name.equals("secret.example.yaml"))
                    .collect(Collectors.toSet());
            String kustomization = Files.readString(Manifests.FOLDER.resolve("kustomization.yaml"));
            assertTrue(read.stream().allMatch(name -> kustomization.contains("- " + name)), read::toString);
            assertFalse(kustomization.contains("- secret.example.yaml"));
        }
    }

    @Test
    void every_variable_is_a_key_of_the_product() {
        Secret secret = (Secret)
                Manifests.read(Manifests.FOLDER.resolve("secret.example.yaml")).get(0);
        Set<String> set = new TreeSet<>(configuration.keySet());
        set.addAll(secret.getStringData().keySet());
        container.getEnv().stream().map(EnvVar::getName).forEach(set::add);
        assertEquals(Set.of(), Environment.unknown(set));
        assertTrue(set.containsAll(Environment.ofPostgresql()), set::toString);
    }

    @Test
    void no_secret_is_in_the_configuration() {
        assertTrue(
                configuration.keySet().stream().noneMatch(key -> key.matches(".*(_KEY|_SECRET|_HASH|PASSWORD)$")),
                configuration::toString);
    }

    @Test
    void what_is_named_elsewhere_is_there() {
        assertEquals(name(manifests.one(ServiceAccount.class)), pod.getServiceAccountName());
        assertEquals(
                name(manifests.one(ConfigMap.class)),
                container.getEnvFrom().get(0).getConfigMapRef().getName());
        assertEquals(name(members()), servers.getSpec().getServiceName());
        assertTrue(configuration.get("VOICE_CLUSTER_KUBERNETES_SERVICE").startsWith(name(members()) + "."));
        assertEquals(
                pod.getVolumes().stream().map(Volume::getName).collect(Collectors.toSet()),
                container.getVolumeMounts().stream().map(VolumeMount::getName).collect(Collectors.toSet()));
        assertEquals(
                name(servers),
                manifests
                        .one(HorizontalPodAutoscaler.class)
                        .getSpec()
                        .getScaleTargetRef()
                        .getName());
    }

    @Test
    void every_selector_finds_the_servers() {
        assertEquals(labels, servers.getSpec().getSelector().getMatchLabels());
        manifests
                .all(Service.class)
                .forEach(service -> assertEquals(labels, service.getSpec().getSelector()));
        assertEquals(labels, budget().getSpec().getSelector().getMatchLabels());
        assertEquals(labels, policy().getSpec().getPodSelector().getMatchLabels());
        assertEquals(
                labels,
                pod.getTopologySpreadConstraints().get(0).getLabelSelector().getMatchLabels());
    }

    @Test
    void ports_are_the_products() {
        assertEquals(Integer.valueOf(configuration.get("VOICE_CLUSTER_PORT")), port("member"));
        assertEquals(8080, port("http"));
        manifests.all(Service.class).stream()
                .flatMap(service -> service.getSpec().getPorts().stream())
                .forEach(port -> port(port.getTargetPort().getStrVal()));
    }

    @Test
    void members_are_found_before_they_are_ready() {
        assertEquals("None", members().getSpec().getClusterIP());
        assertTrue(members().getSpec().getPublishNotReadyAddresses());
        assertEquals(
                List.of("status.podIP"),
                container.getEnv().stream()
                        .filter(variable -> variable.getName().equals("VOICE_CLUSTER_INTERFACE"))
                        .map(variable -> variable.getValueFrom().getFieldRef().getFieldPath())
                        .toList());
    }

    @Test
    void the_members_port_is_open_to_members_only() {
        assertEquals(List.of("Ingress", "Egress"), policy().getSpec().getPolicyTypes());
        List<NetworkPolicyIngressRule> rules = policy().getSpec().getIngress();
        assertTrue(
                rules.stream()
                        .noneMatch(rule ->
                                rule.getPorts().isEmpty() || rule.getFrom().isEmpty()),
                rules::toString);
        List<NetworkPolicyIngressRule> toMember =
                rules.stream().filter(rule -> opens(rule, port("member"))).toList();
        assertEquals(1, toMember.size());
        assertEquals(1, toMember.get(0).getFrom().size());
        assertEquals(labels, toMember.get(0).getFrom().get(0).getPodSelector().getMatchLabels());
        assertEquals(1, toMember.get(0).getPorts().size());
    }

    @Test
    void probes_are_the_products() throws IOException {
        String documented = Files.readString(OPERATIONS);
        Map.of(
                        "/health/started", container.getStartupProbe(),
                        "/health/ready", container.getReadinessProbe(),
                        "/health/live", container.getLivenessProbe())
                .forEach((path, probe) -> {
                    assertEquals(path, path(probe));
                    assertEquals("http", probe.getHttpGet().getPort().getStrVal());
                    assertTrue(documented.contains("| `" + path + "` |"), path);
                });
    }

    @Test
    void the_server_has_the_time_to_drain() throws IOException {
        int grace = ContainerfileTest.graceOfEntrypoint();
        long asleep = container.getLifecycle().getPreStop().getSleep().getSeconds();
        assertTrue(asleep > 0);
        assertTrue(pod.getTerminationGracePeriodSeconds() > asleep + grace + HAND_OVER);
        assertTrue(Files.readString(Path.of("payara-config", "hazelcast.yaml"))
                .contains("hazelcast.graceful.shutdown.max.wait: " + HAND_OVER));
    }

    @Test
    void as_many_servers_are_left_as_conversations_need() {
        int fewest = manifests.one(HorizontalPodAutoscaler.class).getSpec().getMinReplicas();
        int backups = Integer.parseInt(configuration.get("VOICE_CLUSTER_BACKUPS"));
        int away = budget().getSpec().getMaxUnavailable().getIntVal();
        assertTrue(away <= backups, "more may be away than have copies");
        assertTrue(backups < fewest, "a copy has no server of its own");
        assertEquals(null, servers.getSpec().getReplicas(), "an apply would undo what the autoscaler has done");
    }

    @Test
    void scales_by_a_metric_of_the_product() throws IOException {
        String metric = manifests
                .one(HorizontalPodAutoscaler.class)
                .getSpec()
                .getMetrics()
                .get(0)
                .getPods()
                .getMetric()
                .getName();
        assertTrue(Files.readString(OPERATIONS).contains("| `" + metric + "` |"), metric);
    }

    @Test
    void has_no_rights_it_does_not_need() {
        assertTrue(pod.getSecurityContext().getRunAsNonRoot());
        assertTrue(container.getSecurityContext().getReadOnlyRootFilesystem());
        assertFalse(container.getSecurityContext().getAllowPrivilegeEscalation());
        assertEquals(
                List.of("ALL"), container.getSecurityContext().getCapabilities().getDrop());
        assertFalse(pod.getAutomountServiceAccountToken());
        assertFalse(manifests.one(ServiceAccount.class).getAutomountServiceAccountToken());
    }

    private Service members() {
        return manifests.all(Service.class).stream()
                .filter(service -> "None".equals(service.getSpec().getClusterIP()))
                .findFirst()
                .orElseThrow();
    }

    private PodDisruptionBudget budget() {
        return manifests.one(PodDisruptionBudget.class);
    }

    private NetworkPolicy policy() {
        return manifests.one(NetworkPolicy.class);
    }

    private int port(String name) {
        return container.getPorts().stream()
                .filter(port -> port.getName().equals(name))
                .map(ContainerPort::getContainerPort)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no port " + name));
    }

    private static boolean opens(NetworkPolicyIngressRule rule, int port) {
        return rule.getPorts().stream()
                .map(NetworkPolicyPort::getPort)
                .anyMatch(opened -> opened == null || opened.getIntVal() == null || opened.getIntVal() == port);
    }

    private static String path(Probe probe) {
        return probe.getHttpGet().getPath();
    }

    private static String name(HasMetadata named) {
        return named.getMetadata().getName();
    }
}
