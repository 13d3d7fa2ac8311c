#import "Common/ShaderLib/GLSLCompat.glsllib"
#import "anima/client/shaders/Air.glsllib"

uniform vec3 g_CameraPosition;
uniform vec4 m_SunColor;
uniform vec4 m_SkyLight;
uniform vec4 m_GroundLight;
uniform float m_NightGlow;

#ifdef SHADOW
    uniform sampler2DShadow m_ShadowMap;
    uniform mat4 m_ShadowMatrix;
    // x: size of a texel, y: taps a side, z: metres where it fades, w: bias
    uniform vec4 m_ShadowInfo;
#endif
#ifdef GROUND
    uniform sampler2D m_GroundMap;
    uniform sampler2D m_StoneMap;
    uniform float m_GroundScale;
#endif
#ifdef DETAIL
    uniform sampler2D m_DetailMap;
#endif
#ifdef LAMPS
    // xyz: where, w: reach in metres
    uniform vec4 m_Lamps[LAMPS];
#endif

varying vec3 place;
varying vec3 normal;
varying vec4 tint;
// glow and sway; of the ground, metres outside of the nearest road and of the nearest paving
varying vec2 extra;

float sunlit(vec3 up) {
    #ifdef SHADOW
        vec3 lifted = place + up * m_ShadowInfo.w;
        vec3 at = (m_ShadowMatrix * vec4(lifted, 1.0)).xyz;
        vec2 rim = abs(at.xy - 0.5) * 2.0;
        float inside = 1.0 - smoothstep(0.85, 1.0, max(rim.x, rim.y));
        if (inside <= 0.0 || at.z >= 1.0) {
            return 1.0;
        }
        float lit;
        if (m_ShadowInfo.y < 1.5) {
            lit = texture(m_ShadowMap, at);
        } else {
            float e = m_ShadowInfo.x * 0.9;
            lit = 0.25 * (texture(m_ShadowMap, at + vec3(-e, -e * 0.4, 0.0))
                + texture(m_ShadowMap, at + vec3(e * 0.4, -e, 0.0))
                + texture(m_ShadowMap, at + vec3(e, e * 0.4, 0.0))
                + texture(m_ShadowMap, at + vec3(-e * 0.4, e, 0.0)));
        }
        return mix(1.0, lit, inside);
    #else
        return 1.0;
    #endif
}

void main() {
    vec3 n = normalize(normal);
    vec3 albedo = tint.rgb;
    float open = tint.a;
    #ifdef GROUND
        vec4 ground = texture2D(m_GroundMap, place.xz * m_GroundScale + 0.5);
        vec2 grain = texture2D(m_DetailMap, place.xz * 0.31).rg;
        vec2 coarse = texture2D(m_DetailMap, place.xz * 0.043).rg;
        vec2 inside = abs(place.xz * m_GroundScale);
        float mapped = 1.0 - smoothstep(0.47, 0.5, max(inside.x, inside.y));
        albedo = mix(albedo, pow(ground.rgb, vec3(2.2)), mapped);
        open *= mix(1.0, ground.a, mapped);
        albedo *= 0.62 + 0.42 * grain.r + 0.34 * coarse.g;
        float ragged = (grain.g - 0.5) * 1.3 + (coarse.r - 0.5) * 0.8;
        float trodden = 1.0 - smoothstep(-0.22, 0.3, extra.x + ragged);
        vec3 earth = mix(vec3(0.22, 0.145, 0.085), vec3(0.38, 0.275, 0.17), grain.r * 0.6 + coarse.g * 0.5);
        albedo = mix(albedo, earth, trodden * 0.9);
        float paved = 1.0 - smoothstep(-0.1, 0.12, extra.y + ragged * 0.9);
        vec4 stone = texture2D(m_StoneMap, place.xz * 0.31);
        albedo = mix(albedo, stone.rgb * (0.6 + 0.45 * coarse.g), paved * mix(0.55, 1.0, smoothstep(0.3, 0.55, stone.a + 0.25)));
        n = normalize(n + vec3(grain.g - 0.5, 0.0, grain.r - 0.5) * mix(0.5, 0.2, paved));
    #elif defined(DETAIL)
        vec2 dapple = texture2D(m_DetailMap, place.xz * 0.37 + place.y * vec2(0.29, -0.23)).rg;
        albedo *= 0.58 + 0.84 * dapple.r;
        n = normalize(n + (vec3(dapple.g, dapple.r, 1.0 - dapple.g) - 0.5) * 0.9);
    #endif
    float facing = dot(n, m_SunDirection);
    float direct = max(facing, 0.0);
    if (direct > 0.0) {
        direct *= sunlit(n);
    }
    float up = n.y * 0.5 + 0.5;
    vec3 light = m_SunColor.rgb * direct * mix(0.7, 1.0, open)
        + mix(m_GroundLight.rgb, m_SkyLight.rgb, up) * open;
    #ifdef LAMPS
        for (int i = 0; i < LAMPS; i++) {
            vec3 to = m_Lamps[i].xyz - place;
            float near = max(0.0, 1.0 - length(to) / max(m_Lamps[i].w, 0.001));
            float side = 0.35 + 0.65 * max(dot(n, normalize(to)), 0.0);
            light += vec3(2.6, 1.35, 0.5) * (near * near * side * m_NightGlow);
        }
    #endif
    vec3 colour = albedo * light;
    #ifndef GROUND
        vec3 flame = mix(albedo * 0.35, vec3(2.7, 1.35, 0.45), m_NightGlow);
        colour += flame * extra.x;
    #endif
    gl_FragColor = vec4(toScreen(throughAir(colour, place - g_CameraPosition)), 1.0);
}
