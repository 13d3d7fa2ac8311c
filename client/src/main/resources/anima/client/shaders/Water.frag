#import "Common/ShaderLib/GLSLCompat.glsllib"
#import "anima/client/shaders/Air.glsllib"

uniform vec3 g_CameraPosition;
uniform float g_Time;
uniform vec4 m_SunColor;
uniform vec4 m_SkyLight;
uniform vec4 m_ZenithColor;
uniform sampler2D m_WaveMap;
uniform sampler2D m_DepthMap;
uniform float m_GroundScale;

varying vec3 place;

void main() {
    vec3 fromEye = place - g_CameraPosition;
    float meters = length(fromEye);
    vec3 look = fromEye / meters;
    vec2 at = place.xz;
    vec2 waves = texture2D(m_WaveMap, at * 0.055 + vec2(g_Time * 0.012, g_Time * 0.008)).rg
        + texture2D(m_WaveMap, at * 0.16 + vec2(-g_Time * 0.021, g_Time * 0.017)).gr
        + texture2D(m_WaveMap, at * 0.017 + vec2(g_Time * 0.004, -g_Time * 0.003)).rg - 1.5;
    float rough = 0.42 / (1.0 + meters * 0.012);
    vec3 n = normalize(vec3(waves.x * rough, 1.0, waves.y * rough));

    vec2 inside = abs(at * m_GroundScale);
    float mapped = 1.0 - smoothstep(0.44, 0.5, max(inside.x, inside.y));
    float depth = mix(14.0, pow(texture2D(m_DepthMap, at * m_GroundScale + 0.5).r, 2.0) * 16.0, mapped);

    float facing = max(dot(n, -look), 0.0);
    float mirror = 0.03 + 0.97 * pow(1.0 - facing, 5.0);
    vec3 back = reflect(look, n);
    back.y = abs(back.y);
    vec3 sky = mix(hazeTowards(back), m_ZenithColor.rgb, 1.0 - exp(-back.y * 3.2));
    vec3 day = m_SkyLight.rgb + m_SunColor.rgb * max(m_SunDirection.y, 0.0) * 0.55;
    vec3 shallow = vec3(0.10, 0.42, 0.40) * day;
    vec3 deep = vec3(0.012, 0.085, 0.125) * day;
    vec3 body = mix(shallow, deep, 1.0 - exp(-depth * 0.34));
    vec3 colour = mix(body, sky, mirror);
    float glint = pow(max(dot(back, m_SunDirection), 0.0), 220.0);
    colour += m_SunColor.rgb * glint * 2.4;

    float lap = sin(g_Time * 0.9 - depth * 7.0 + waves.x * 5.0) * 0.5 + 0.5;
    float foam = (1.0 - smoothstep(0.05, 0.75, depth)) * smoothstep(0.35, 0.75, lap * 0.6 + waves.y + 0.5);
    foam = max(foam, 1.0 - smoothstep(0.0, 0.16, depth));
    colour = mix(colour, vec3(0.82, 0.9, 0.9) * day, foam * 0.75);

    float clear = mix(exp(-depth * 0.55), 0.0, mirror);
    float solid = max(1.0 - clear, foam * 0.8) * smoothstep(0.0, 0.06, depth);
    gl_FragColor = vec4(toScreen(throughAir(colour, fromEye)), solid);
}
